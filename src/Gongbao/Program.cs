Console.WriteLine("公报 Gongbao");
return 0;
